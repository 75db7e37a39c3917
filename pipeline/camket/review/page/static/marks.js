// What leads from a value to its words and boxes, and back.

const text = document.querySelector("#text");
const pages = document.querySelector("#pages");
const SPOTS = "mark[data-v], rect[data-v]";

function numbers(spot) {
  return spot.dataset.v.split(" ");
}

// The words and boxes of the value are lit, and the first of them that can be seen is brought into view.
export function light(number) {
  for (const spot of document.querySelectorAll("[data-here]")) delete spot.dataset.here;
  const lit = [...document.querySelectorAll(`[data-v~="${number}"]`)];
  for (const spot of lit) spot.dataset.here = "";
  const pane = pages && !pages.hidden ? pages : text;
  const first = lit.find((spot) => pane.contains(spot));
  if (!first) return;
  const [inner, outer] = [first.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (inner.top < outer.top + 40 || inner.bottom > outer.bottom - 40) {
    pane.scrollBy({ top: inner.top - outer.top - outer.height / 3, behavior: calm() });
  }
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}

// `chosen` hears the number of the value whose words or box were clicked; clicking again goes on to the next value there.
export function listen(chosen, current) {
  for (const pane of [text, pages]) {
    pane?.addEventListener("click", (event) => {
      const spot = event.target.closest(SPOTS);
      if (!spot || !getSelection().isCollapsed) return;
      const here = numbers(spot);
      chosen(here[(here.indexOf(current()) + 1) % here.length]);
    });
  }
}

// Words of values that are decided are paler; `undecided` are the numbers of the others.
export function settle(undecided) {
  for (const spot of document.querySelectorAll(SPOTS)) {
    if (numbers(spot).some((one) => undecided.has(one))) delete spot.dataset.settled;
    else spot.dataset.settled = "";
  }
}

// The text is shown as `html` where that differs from what is shown.
export function retell(html) {
  for (const spot of text.querySelectorAll("[data-here], [data-settled]")) {
    delete spot.dataset.here;
    delete spot.dataset.settled;
  }
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const shown = document.createElement("template");
  shown.innerHTML = text.innerHTML;
  if (fresh.innerHTML.trim() !== shown.innerHTML.trim()) text.replaceChildren(fresh.content);
}

// Which of text and pages is shown is remembered; a scan shows its pages first.
export function views(scan, changed) {
  const buttons = [...document.querySelectorAll("[data-view]")];
  const show = (name) => {
    text.hidden = name !== "text";
    pages.hidden = name !== "pages";
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.view === name));
  };
  if (!pages) return () => {};
  show(localStorage.getItem("camket-view") ?? (scan ? "pages" : "text"));
  const choose = (name) => {
    localStorage.setItem("camket-view", name);
    show(name);
    changed();
  };
  for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.view));
  return () => choose(text.hidden ? "text" : "pages");
}
