// Keeps what runs up to date while something runs, and asks nobody when nothing does.

const EVERY = 2000;
const section = document.getElementById("jobs");

async function refresh() {
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      // Signed out, most likely: loading the page says so.
      location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (ended(page)) {
      // What can be done has changed with it. Whoever is typing a day keeps it until the next look.
      location.replace(location.pathname);
      return;
    }
    section.querySelectorAll("[data-live]").forEach((old) => {
      const fresh = page.querySelector(`[data-live="${old.dataset.live}"]`);
      if (fresh && fresh.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) {
        old.replaceChildren(...fresh.childNodes);
      }
    });
  } catch {
    // No connection at the moment; the next try may have one.
  }
  setTimeout(refresh, EVERY);
}

/** Whether something that could be stopped before cannot be any more, or the other way round. */
function ended(page) {
  const buttons = (root) => [...root.querySelectorAll("button[value=stop]")].map((stop) => stop.form.elements.id.value);
  return buttons(section).join() !== buttons(page).join() && !section.querySelector("details[open]");
}

if (section?.dataset.running === "true") {
  setTimeout(refresh, EVERY);
}
