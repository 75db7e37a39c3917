// The list of documents by keyboard: j and k go through it, / goes to the search, a choice is applied at once.

const documents = [...document.querySelectorAll("a.document")];
const form = document.querySelector("form.filters");

function step(by) {
  const at = documents.indexOf(document.activeElement);
  const next = documents[Math.min(documents.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  next?.focus();
}

const KEYS = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  n: () => documents[0]?.click(),
  "/": () => document.querySelector("#words").select(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  if (!(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});

for (const select of form.querySelectorAll("select")) select.addEventListener("change", () => form.requestSubmit());
if (location.hash === "#words") document.querySelector("#words").select();
