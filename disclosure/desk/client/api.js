/* The desk's interface: what is asked and sent, always with the token of this browser. */
import { word } from "./words.js";

const HOME = new URL("/-desk/api/", location.href);
const FORBIDDEN = 403;
let token = "";

/** Learn the token: desk pages carry it, a page of the site asks.

    Return whether there is one; `refused` is told why not. */
export const open = async (refused) => {
  const meta = document.querySelector("meta[name=desk-token]");
  if (meta) token = meta.content;
  else {
    const answer = await fresh();
    token = answer.token || "";
    if (!token && answer.said && refused) refused(answer.said);
  }
  return Boolean(token);
};

const fresh = () => fetch(new URL("token", HOME)).then((found) => found.json()).catch(() => ({}));

/* Whether the desk was started anew, and opened anew in this browser, since the page was. */
const renewed = async () => {
  const answer = await fresh();
  if (!answer.token || answer.token === token) return false;
  token = answer.token;
  return true;
};

const asked = async (address, options) => {
  const once = () =>
    fetch(new URL(address, HOME), { ...options, headers: { ...options.headers, "X-Desk-Token": token } });
  try {
    let found = await once();
    // What was typed before a restart is saved after it.
    if (found.status === FORBIDDEN && options.method === "POST" && (await renewed())) found = await once();
    return await found.json();
  } catch (error) {
    return { ok: false, lost: true, said: word("unreachable") };
  }
};

export const ask = (address) => asked(address, {});

/* Browsers let so much arrive although the page goes: 64 KB, and a character may take three bytes. */
const ARRIVES = 20000;

/* Bytes of a request that the desk takes; what is longer it cuts off without a word. */
const LARGEST = 1024 * 1024;

let held = 0; // requests that would not

/** Send something; it arrives although the page goes meanwhile, see also `askToStay`. */
export const send = async (address, values) => {
  const body = JSON.stringify(values || {});
  if (new Blob([body]).size > LARGEST) return { ok: false, said: word("too_long") };
  const keepalive = body.length < ARRIVES;
  if (!keepalive) held += 1;
  const headers = { "Content-Type": "application/json" };
  const answer = await asked(address, { method: "POST", headers, body, keepalive });
  if (!keepalive) held -= 1;
  return answer;
};

/** Have whoever leaves the page asked, while something is on its way that would not arrive. */
export const askToStay = (event) => {
  if (held) event.preventDefault();
};

/** Send a file as it is; `progress` is told how much of it has gone, from 0 to 1. */
export const sendFile = (address, file, progress) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", new URL(address, HOME));
    request.setRequestHeader("X-Desk-Token", token);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(total ? loaded / total : 0));
    request.addEventListener("error", () => resolve({ ok: false, lost: true, said: word("unreachable") }));
    request.addEventListener("load", () => {
      try {
        resolve(JSON.parse(request.responseText));
      } catch (error) {
        resolve({ ok: false, said: word("unreachable") });
      }
    });
    request.send(file);
  });
