// A document under review: the value that is looked at, what is decided on it by mouse or by key, and undo.

import * as adding from "./adding.js";
import * as marks from "./marks.js";
import { Saving } from "./saving.js";

const desk = document.querySelector("main");
const panel = document.querySelector("#values");
const told = document.querySelector("#told");
const alarm = document.querySelector("#alarm");
const help = document.querySelector("#help");
const UNDO = "camket-undo";
const MOST_UNDO = 200;
let current = null; // the key of the value that is looked at
let moved = false; // whether the page itself went on to it
let editor = null;
let late = null; // an answer that waits until nobody is writing
let leaving = null; // where to go once all is saved

const values = () => [...panel.querySelectorAll(".value")];
const the = (key) => values().find((one) => one.dataset.key === key);
const ownerOf = (key) => (key.includes("/") ? key.slice(key.indexOf("/") + 1) : key);
const isOpen = (one) =>
  "undecided" in one.dataset && !saving.isWaiting(one.dataset.key) && !saving.isWaiting(ownerOf(one.dataset.key), "wrong");

const saving = new Saving(`/d/${desk.dataset.document}/decisions`, desk.dataset.csrf, {
  saving: () => say(desk.dataset.saving),
  kept(answer, ask) {
    const left = values().filter((one) => "undecided" in one.dataset).length;
    if (ask.hint) forget();
    else remember(answer.undo);
    if (ask.verdict === "add") adding.close();
    show(answer);
    if (ask.verdict === "add" || ask.hint) select(the(answer.key));
    if (left && !values().some((one) => "undecided" in one.dataset) && !ask.hint) this.finished = true;
  },
  refused(answer, ask) {
    if (ask.hint) forget();
    if (ask.verdict === "add" && document.querySelector("#adding").open) adding.fault(answer.why);
    if (answer.values) show(answer);
    this.finished = false;
    this.fault = answer.why;
    select(the(ask.key));
    the(ask.key)?.classList.add("refused");
  },
  silent() {
    warn(desk.dataset.noAnswer);
    paint();
  },
  idle() {
    if (this.fault) warn(this.fault);
    else say(`${desk.dataset.saved} ${new Date().toLocaleTimeString(document.documentElement.lang)}`);
    this.fault = "";
    if (leaving) leaving();
    else if (this.finished) {
      sessionStorage.setItem("camket-told", desk.dataset.lastDone);
      document.querySelector("#next").click();
    }
  },
});

function say(what) {
  told.textContent = what;
  document.querySelector("#hint").hidden = Boolean(what);
  alarm.textContent = "";
}

function warn(what) {
  say("");
  alarm.textContent = what;
}

// What the server answers is shown, unless somebody is writing: then it waits.
function show(answer) {
  if (editor) {
    late = answer;
    return;
  }
  panel.innerHTML = answer.values;
  document.querySelector("#progress").innerHTML = answer.progress;
  document.querySelector("#owners").innerHTML = answer.owners;
  if (answer.text) marks.retell(answer.text);
  paint();
  const here = the(current);
  if (here && !(moved && !isOpen(here))) select(here, { scroll: false });
  else select(following() ?? here ?? values()[0]);
}

function go(where) {
  leaving = where;
  if (!saving.busy) where();
}

function paint() {
  marks.settle(new Set(values().filter((one) => "undecided" in one.dataset).map((one) => one.dataset.number)));
  for (const one of values()) one.classList.toggle("waiting", saving.isWaiting(one.dataset.key));
}

function select(one, { scroll = true } = {}) {
  if (!one) return;
  for (const other of panel.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
  for (const other of values()) other.tabIndex = other === one ? 0 : -1;
  one.setAttribute("aria-current", "true");
  current = one.dataset.key;
  if (!editor && !document.querySelector("dialog[open]")) one.focus({ preventScroll: true });
  if (scroll) one.scrollIntoView({ block: "nearest" });
  marks.light(one.dataset.number);
}

// The next value after the one that is looked at that nobody has decided on, round to the first one.
function following() {
  const all = values();
  const at = all.findIndex((one) => one.dataset.key === current);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))].find(isOpen);
}

function step(by) {
  const all = values();
  const at = all.findIndex((one) => one.dataset.key === current);
  moved = false;
  alarm.textContent = "";
  select(all[Math.min(all.length - 1, Math.max(0, at + by))]);
}

function decide(one, verdict, more = {}) {
  if (!one || "withOwner" in one.dataset) return;
  const { key, version } = one.dataset;
  one.classList.remove("refused");
  saving.add({ verdict, key, version, ...more });
  paint();
  if (verdict === "open") return;
  moved = true;
  select(following());
}

// Writing a correction or a note.
function edit(one, what) {
  if (!one || editor || "withOwner" in one.dataset) return;
  select(one);
  editor = document.querySelector("#editor").content.firstElementChild.cloneNode(true);
  const choices = what === "fix" && document.getElementById(`choices-${one.dataset.choices}`);
  editor.querySelector(".written").hidden = what !== "fix" || Boolean(choices);
  editor.querySelector(".chosen").hidden = !choices;
  for (const button of editor.querySelectorAll("[type=submit]")) button.hidden = (button.value === "fix") !== (what === "fix");
  if (choices) {
    editor.choice.replaceChildren(choices.content.cloneNode(true));
    editor.choice.value = one.dataset.final;
  }
  editor.correction.value = one.dataset.final;
  editor.note.value = one.dataset.note ?? "";
  one.append(editor);
  const first = what === "note" ? editor.note : choices ? editor.choice : editor.correction;
  first.focus();
  first.select?.();
  editor.scrollIntoView({ block: "nearest" });
  editor.addEventListener("submit", (event) => {
    event.preventDefault();
    const note = editor.note.value;
    const correction = choices ? editor.choice.value : editor.correction.value;
    const mine = one.dataset.mine;
    const verdict = what === "fix" ? "fix" : event.submitter?.value ?? (mine === "wrong" ? "wrong" : "ok");
    leave();
    const now = the(one.dataset.key);
    const kept = what === "note" && verdict === "ok" && mine === "fix" ? ["fix", one.dataset.correction] : [verdict, correction];
    decide(now, kept[0], kept[0] === "fix" ? { correction: kept[1], note } : { note });
  });
  editor.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && event.target.matches("textarea, input") && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      const button = [...editor.querySelectorAll("[type=submit]")].find((one) => !one.hidden);
      editor.requestSubmit(what === "note" && the(current)?.dataset.mine === "wrong" ? editor.querySelector("[value=wrong]") : button);
    }
  });
  editor.querySelector("[data-act=cancel]").addEventListener("click", leave);
}

function leave() {
  editor?.remove();
  editor = null;
  if (late) {
    const answer = late;
    late = null;
    show(answer);
  }
  select(the(current));
}

// What was decided last can be undone, also in documents before; each tab remembers its own.
function history() {
  return JSON.parse(sessionStorage.getItem(UNDO) ?? "[]");
}

function remember(undo) {
  const all = [...history(), { document: desk.dataset.document, undo }];
  sessionStorage.setItem(UNDO, JSON.stringify(all.slice(-MOST_UNDO)));
}

function forget() {
  sessionStorage.setItem(UNDO, JSON.stringify(history().slice(0, -1)));
}

function undo() {
  saving.add(() => {
    const last = history().at(-1);
    if (!last) {
      say(desk.dataset.nothing);
      return null;
    }
    if (last.document !== desk.dataset.document) {
      leaving = () => location.assign(`/d/${last.document}${location.search}#undo`);
      return null;
    }
    moved = false;
    return { ...last.undo, version: (last.undo.key && the(last.undo.key)?.dataset.version) || "", hint: "undo" };
  });
}

const toggle = marks.views(Boolean(desk.dataset.scan), () => select(the(current)));

const KEYS = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  a: () => decide(the(current), "ok"),
  r: () => decide(the(current), "wrong"),
  c: () => edit(the(current), "fix"),
  w: () => edit(the(current), "note"),
  i: () => adding.open(ownerOf(current ?? "")),
  u: undo,
  n: () => go(() => document.querySelector("#next").click()),
  v: toggle,
  l: () => go(() => document.querySelector("#back").click()),
  "/": () => go(() => location.assign(`/${location.search}#words`)),
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches("input, select, textarea") || document.querySelector("dialog[open]")) return;
  const inPaper = event.target.closest?.(".text, .pages") && event.key.startsWith("Arrow");
  if (!(event.key in KEYS) || inPaper) return;
  event.preventDefault();
  KEYS[event.key]();
});

panel.addEventListener("click", (event) => {
  const one = event.target.closest(".value");
  if (!one || event.target.closest(".editor")) return;
  const act = event.target.closest("[data-act]")?.dataset.act;
  moved = false;
  if (!act) select(one, { scroll: false });
  else if (act === "fix" || act === "note") edit(one, act);
  else {
    current = one.dataset.key;
    decide(one, act);
  }
});

panel.addEventListener("focusin", (event) => {
  if (event.target.matches(".value:not([aria-current])")) select(event.target, { scroll: false });
});

document.querySelector("#help-button").addEventListener("click", () => help.showModal());
addEventListener("beforeunload", (event) => saving.busy && event.preventDefault());

marks.listen((number) => {
  moved = false;
  select(panel.querySelector(`#v${number}`));
}, () => the(current)?.dataset.number ?? "");
adding.listen(() => ownerOf(current ?? ""), (ask) => saving.add({ ...ask, version: "" }));

paint();
select(panel.querySelector("[data-undecided]") ?? values()[0]);
say(sessionStorage.getItem("camket-told") ?? "");
sessionStorage.removeItem("camket-told");
if (location.hash === "#undo") {
  window.history.replaceState(null, "", location.pathname + location.search);
  undo();
}
