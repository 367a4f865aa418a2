// The sheets follow what is typed: the page is asked again, and what is different in it takes its place. Without this the button does the same.
const form = document.querySelector("[data-pieces]");
const RESTS = 450; // milliseconds without a change

const gallery = (root) => root.querySelector(".workbench > div");
const live = (root) => [...root.querySelectorAll("[data-live]")];
let asked = 0;
let waiting;

async function show() {
  const turn = ++asked;
  const values = new URLSearchParams(new FormData(form));
  values.delete("high");
  for (const name of [...values.keys()].filter((one) => one.includes("-") && !values.get(one))) values.delete(name); // words that nobody typed
  const address = `${location.pathname}?${values}`;
  const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const old = live(document), fresh = live(page);
  if (!answer.ok) return; // half a month is typed, for example: what is wrong is said when the button is pressed
  const named = (all) => all.map((one) => one.dataset.live).join();
  if (named(old) !== named(fresh)) gallery(document).replaceChildren(...gallery(page).childNodes); // other months, other sheets
  else old.forEach((one, at) => {
    for (const name of ["src", "href", "alt", "placeholder"]) {
      if (fresh[at].hasAttribute(name) && one.getAttribute(name) !== fresh[at].getAttribute(name)) one.setAttribute(name, fresh[at].getAttribute(name));
    }
    if (one.matches("textarea[readonly]")) one.value = fresh[at].value;
  });
  for (const [at, image] of [...document.querySelectorAll(".sheets img")].entries()) image.alt = page.querySelectorAll(".sheets img")[at]?.alt ?? image.alt;
  history.replaceState(null, "", address);
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(show, RESTS);
}

if (form) document.querySelector(".workbench").addEventListener("input", soon); // words of a sheet stand beside it, and are the form's all the same

const photo = form?.querySelector("[data-focus] input");
if (photo) {
  const [across, down] = [form.elements.x, form.elements.y];
  const mark = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  mark.setAttribute("aria-hidden", "true");
  for (const _ of "12") mark.append(document.createElementNS("http://www.w3.org/2000/svg", "circle"));
  photo.after(mark);
  const drawn = () => mark.childNodes.forEach((ring) => {
    for (const [name, value] of [["cx", `${across.value}%`], ["cy", `${down.value}%`], ["r", "14"]]) ring.setAttribute(name, value);
  });
  const point = (event) => {
    const box = photo.getBoundingClientRect();
    const part = (value) => Math.round(100 * Math.min(1, Math.max(0, value)));
    across.value = part((event.clientX - box.left) / box.width);
    down.value = part((event.clientY - box.top) / box.height);
    drawn();
    soon();
  };
  photo.addEventListener("click", (event) => event.preventDefault());
  photo.addEventListener("pointerdown", (event) => { photo.setPointerCapture(event.pointerId); point(event); });
  photo.addEventListener("pointermove", (event) => { if (event.buttons) point(event); });
  form.addEventListener("input", drawn);
  drawn();
}
