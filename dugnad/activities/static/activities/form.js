// The form of the record: autosave to the server and the device, hours in sight, goals suggested; without a connection it waits.
import { keep, kept, prove } from "../web/outbox.js";

const form = document.getElementById("record");
const status = form.querySelector("[data-status]");
const say = (text) => { status.textContent = text; };
const value = (name) => Number((form.elements[name]?.value ?? "").replace(",", "."));

// Hours in sight: volunteers × meetings × hours.
const line = form.querySelector("[data-hours]");
const showHours = () => {
  const [volunteers, meetings, hours] = [value("volunteers"), value("meetings") || 1, value("hours_per_meeting")];
  const total = Math.round(volunteers * meetings * hours * 100) / 100;
  if (volunteers && hours) {
    line.textContent = line.dataset.hours.replace("{volunteers}", volunteers).replace("{meetings}", meetings).replace("{hours}", hours).replace("{total}", total);
  }
  form.elements.volunteer_hours.placeholder = volunteers && hours ? total : "";
};

// Goals suggested from objectives: ticked once, for the person to confirm or untick.
const suggested = JSON.parse(form.querySelector("[data-suggested]").dataset.suggested);
form.addEventListener("change", (event) => {
  if (event.target.name !== "objectives" || !event.target.checked) return;
  for (const goal of suggested[event.target.value] ?? []) {
    const box = form.querySelector(`[name=sdgs][value="${goal}"]`);
    if (box) box.checked = true;
  }
});

// How it reads so far: asked as one answers, or by the button.
const reads = form.querySelector("[data-reads]");
const read = async () => {
  const body = new URLSearchParams([...new FormData(form), ["check", "1"]].filter(([, v]) => typeof v === "string"));
  const answer = await fetch(location.href, { method: "POST", body, headers: { "X-Part": "reads" } }).catch(() => null);
  if (answer?.ok) reads.innerHTML = await answer.text();
};
form.querySelector("[name=check]").addEventListener("click", (event) => {
  if (!navigator.onLine) return;
  event.preventDefault();
  read();
});
form.addEventListener("change", (event) => { if (event.target.name.startsWith("check_")) read(); });

// Autosave: on the device at once, on the server when there is a connection.
const draft = form.dataset.draft;
const place = draft && `draft:${form.elements.unit.value}`;
const answers = () => [...new FormData(form)].filter(([name, v]) => name !== "csrfmiddlewaretoken" && typeof v === "string");
let timer;
let dirty = false;

const save = async () => {
  localStorage.setItem(place, JSON.stringify({ at: Date.now(), answers: answers() }));
  try {
    const sent = await fetch(draft.replace(/[0-9a-f-]{36}/, form.elements.id.value), { method: "POST", body: new URLSearchParams([...new FormData(form)].filter(([, v]) => typeof v === "string")), redirect: "manual" });
    say(sent.ok ? form.dataset.saved : form.dataset.unsaved);
  } catch {
    say(form.dataset.unsaved);
  }
};

const fill = (given) => {
  for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = false;
  for (const [name, v] of given) {
    if (name === "csrfmiddlewaretoken") continue;
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = field.checked || field.value === v;
      else field.value = v;
    }
  }
};

const restore = () => {
  const refused = kept(location.hash.slice(1));
  if (refused) return fill(refused.answers);
  const before = JSON.parse(localStorage.getItem(place) ?? "null");
  if (!before || Date.now() - before.at > 7 * 864e5 || document.querySelector(".summary-of-errors, [role=alert]")) return;
  if (!before.answers.some(([name, v]) => name === "title" && v)) return;
  fill(before.answers);
  say(form.dataset.restored);
};

// A form that was kept on the device may be from another day.
const today = new Date().toLocaleDateString("sv");
const day = form.elements.starts_on;
if (draft && day.value === form.dataset.today && today > day.value) day.value = today;

// Sent without a connection: it waits, and the form is empty for another.
const wait = () => {
  keep(form);
  localStorage.removeItem(place);
  form.reset();
  form.elements.id.value = crypto.randomUUID();
  say(form.dataset.waiting);
  showHours();
  form.elements.title.focus();
};

if (draft) {
  if (!location.search) restore();
  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, 1200);
  });
}
form.addEventListener("input", showHours);
form.addEventListener("submit", (event) => {
  clearTimeout(timer);
  dirty = false;
  if (navigator.onLine) {
    if (draft) localStorage.setItem(place, JSON.stringify({ at: Date.now(), answers: answers() }));
    for (const [name, v] of prove([["csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value]])) form.elements[name].value = v;
    return;
  }
  event.preventDefault();
  if (draft && form.elements.title.value.trim()) return wait();
  say(form.dataset.waiting);
  addEventListener("online", () => form.requestSubmit(event.submitter), { once: true });
});
addEventListener("beforeunload", (event) => { if (dirty && draft === "") event.preventDefault(); });
showHours();
document.getElementById("errors")?.focus();
