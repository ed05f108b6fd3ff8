// Keeps the progress of a change of many reports up to date, and says so to screen readers only when something moved.

const EVERY = 1500;
const section = document.getElementById("bulk-progress");

async function refresh() {
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      // Signed out, most likely: loading the page says so.
      location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("bulk-progress");
    if (fresh.dataset.running !== "true") {
      // The whole page, with what was skipped.
      location.reload();
      return;
    }
    section.querySelector(".bulk-state").replaceWith(fresh.querySelector(".bulk-state"));
    section.querySelector(".bulk-counts").replaceWith(fresh.querySelector(".bulk-counts"));
    section.querySelector(".bulk-bar").value = fresh.querySelector(".bulk-bar").value;
  } catch {
    // No connection at the moment; the next try may have one.
  }
  setTimeout(refresh, EVERY);
}

if (section?.dataset.running === "true") {
  setTimeout(refresh, EVERY);
}
