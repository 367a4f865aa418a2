// The form of the record: autosave to the server and the device, hours in sight, goals suggested.
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

const restore = () => {
  const kept = JSON.parse(localStorage.getItem(place) ?? "null");
  if (!kept || Date.now() - kept.at > 7 * 864e5 || document.querySelector(".summary-of-errors, [role=alert]")) return;
  if (!kept.answers.some(([name, v]) => name === "title" && v)) return;
  for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = false;
  for (const [name, v] of kept.answers) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = field.checked || field.value === v;
      else field.value = v;
    }
  }
  say(form.dataset.restored);
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
  if (navigator.onLine) return;
  event.preventDefault();
  if (draft) save();
  say(form.dataset.waiting);
  addEventListener("online", () => form.requestSubmit(event.submitter), { once: true });
});
addEventListener("beforeunload", (event) => { if (dirty && draft === "") event.preventDefault(); });
showHours();
document.getElementById("errors")?.focus();
