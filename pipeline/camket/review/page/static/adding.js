// Values that were missed: words are selected in the text, and told what they are a value of.

const text = document.querySelector("#text");
const here = document.querySelector("#add-here");
const dialog = document.querySelector("#adding");
const form = dialog.querySelector("form");
const words = document.querySelector("#adding-words");
let place = null;

// The code point of the document at which a place of the page stands, or null outside of the text.
function point(node, offset) {
  const run = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (run) {
    const before = document.createRange();
    before.setStart(run, 0);
    before.setEnd(node, offset);
    return Number(run.dataset.at) + [...before.toString()].length;
  }
  // Between runs, as after a triple click: what comes next in the text begins there.
  const after = document.createRange();
  after.setStart(node, offset);
  after.setEndAfter(text);
  const next = [...text.querySelectorAll("[data-at]")].find((one) => after.intersectsNode(one) && !isBefore(one, after));
  return next ? Number(next.dataset.at) : null;
}

function isBefore(run, range) {
  const point = document.createRange();
  point.selectNodeContents(run);
  return point.compareBoundaryPoints(Range.START_TO_START, range) < 0;
}

// The words that are selected in the text, without blanks around them.
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  let start = point(range.startContainer, range.startOffset);
  let end = point(range.endContainer, range.endOffset);
  if (start === null) return null;
  end ??= start + [...range.toString()].length;
  const said = range.toString();
  start += [...said].length - [...said.trimStart()].length;
  const shown = said.trim();
  if (said.indexOf("\n") < 0) end = Math.min(end, start + [...shown].length);
  return shown && start < end ? { start, end, shown, box: range.getBoundingClientRect() } : null;
}

function offer() {
  const found = selected();
  here.hidden = !found;
  if (!found) return;
  here.style.left = `${Math.min(innerWidth - 110, Math.max(8, found.box.left))}px`;
  here.style.top = `${Math.max(text.getBoundingClientRect().top + 8, found.box.top - 44)}px`;
}

function template(select, id) {
  select.replaceChildren(document.getElementById(id)?.content.cloneNode(true) ?? "");
}

function kind() {
  return form.of.selectedOptions[0]?.dataset.kind ?? "";
}

function fieldsChanged() {
  const choices = document.getElementById(`choices-${kind()}-${form.field.value}`);
  form.querySelector(".written").hidden = Boolean(choices);
  form.querySelector(".chosen").hidden = !choices;
  if (choices) template(form.choice, choices.id);
}

function ownerChanged() {
  template(form.field, `fields-${kind()}`);
  fieldsChanged();
}

// The dialog is open for what is selected, or for a value without words; `owner` has what it is likely to belong to.
export function open(owner) {
  place = selected();
  here.hidden = true;
  words.hidden = !place;
  words.textContent = place?.shown ?? "";
  form.reset();
  if (owner && [...form.of.options].some((one) => one.value === owner)) form.of.value = owner;
  ownerChanged();
  form.value.value = place?.shown ?? "";
  fault("");
  dialog.showModal();
  form.field.focus();
}

export function fault(why) {
  form.querySelector(".fault").textContent = why;
}

export function close() {
  dialog.close();
}

// `save` hears what is to be added; the dialog stays open until it is closed.
export function listen(owner, save) {
  document.addEventListener("selectionchange", offer);
  text.addEventListener("scroll", () => (here.hidden = true));
  here.addEventListener("mousedown", (event) => event.preventDefault());
  here.addEventListener("click", () => open(owner()));
  document.querySelector("#add-button").addEventListener("click", () => open(owner()));
  form.of.addEventListener("change", ownerChanged);
  form.field.addEventListener("change", fieldsChanged);
  form.querySelector("[data-act=cancel]").addEventListener("click", close);
  form.value.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = !form.querySelector(".chosen").hidden;
    save({
      verdict: "add", of: form.of.value, field: form.field.value, note: form.note.value,
      value: chosen ? form.choice.value : form.value.value, start: place?.start ?? -1, end: place?.end ?? -1,
    });
  });
}
