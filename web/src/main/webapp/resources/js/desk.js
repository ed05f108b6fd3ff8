// What every page of the back office needs: PrimeFaces' own requests carry the form token, also when only a part of a form is sent, a
// request that failed is told instead of nothing happening, and what has to be read first takes the focus.
const token = document.querySelector('meta[name="csrf-token"]')?.content;
const fault = document.getElementById("desk-fault");
const { jQuery, PrimeFaces } = window;

document.querySelector("[data-focus]")?.focus();

function tell() {
  fault.hidden = false;
  fault.scrollIntoView({ block: "nearest" });
}

if (PrimeFaces) {
  jQuery.ajaxPrefilter((options, original, request) => {
    if (!options.crossDomain && token) {
      request.setRequestHeader("X-CSRF-Token", token);
    }
  });
  jQuery(document).on("pfAjaxSend", () => {
    fault.hidden = true;
  });
  jQuery(document).on("pfAjaxError", tell);
  // An exception on the server comes as a well-formed answer. PrimeFaces would leave the page, and lose what was typed, for an error page
  // that has no address.
  PrimeFaces.ajax.Utils.handleError = tell;
}

// Answers that were being written stay in this browser (case-draft.js) until they are sent or whoever wrote them leaves.
document.querySelectorAll('form[action="/logga-ut"]').forEach((form) =>
  form.addEventListener("submit", () => {
    try {
      Object.keys(localStorage)
        .filter((key) => key.startsWith("fmg-answer:"))
        .forEach((key) => localStorage.removeItem(key));
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }),
);
