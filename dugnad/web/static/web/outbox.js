// A form that is sent without a connection waits on this device, and is sent once, from any page, as soon as there is one.
const person = document.body.dataset.person;
const shown = document.querySelector("[data-outbox]");
const prefix = `outbox:${person}:`;
const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
const read = (key) => JSON.parse(localStorage.getItem(key));
const title = (kept) => Object.fromEntries(kept.answers).title;

export const keep = (form) => {
  const answers = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  localStorage.setItem(prefix + form.elements.id.value, JSON.stringify({ address: location.pathname, answers }));
  show();
};

export const kept = (id) => JSON.parse(localStorage.getItem(prefix + id) ?? "null");
export const forget = (id) => { localStorage.removeItem(prefix + id); show(); };

// The proof of origin as it is now: the one in a kept form may be from before the last sign-in.
export const prove = (answers) => {
  const now = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  return answers.map(([name, value]) => [name, name === "csrfmiddlewaretoken" && now ? now : value]);
};

const say = (text, href, kind) => {
  const line = document.createElement("li");
  const words = document.createElement(href ? "a" : "span");
  words.textContent = text;
  if (href) words.href = href;
  if (kind) line.className = kind;
  line.append(words);
  if (!shown.firstChild) shown.append(Object.assign(document.createElement("ul"), { className: "messages" }));
  shown.firstChild.append(line);
};

const show = () => {
  shown.replaceChildren();
  for (const key of keys()) {
    const waiting = read(key);
    if (waiting.refused) say(shown.dataset.refused.replace("{title}", title(waiting)), `${waiting.address}#${key.slice(prefix.length)}`, "error");
    else say(shown.dataset.waiting.replace("{title}", title(waiting)));
  }
};

const send = async (key) => {
  const waiting = read(key);
  const answer = await fetch(waiting.address, { method: "POST", body: new URLSearchParams(prove(waiting.answers)) });
  const registered = new URL(answer.url).searchParams.has("just");
  if (answer.redirected && registered && answer.ok) {
    localStorage.removeItem(key);
    return [shown.dataset.sent.replace("{title}", title(waiting)), answer.url, "success"];
  }
  if (!answer.redirected && answer.status < 500) localStorage.setItem(key, JSON.stringify({ ...waiting, refused: true }));
};

const sendAll = () => navigator.locks.request("outbox", async () => {
  const sent = [];
  for (const key of keys().filter((one) => !read(one).refused)) {
    try { sent.push(await send(key)); } catch { break; }
  }
  show();
  for (const line of sent.filter(Boolean)) say(...line);
});

if (person && shown) {
  show();
  if (navigator.onLine && keys().length) sendAll();
  addEventListener("online", sendAll);
}
