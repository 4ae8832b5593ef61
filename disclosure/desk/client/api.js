/* The desk's interface: what is asked and sent, always with the token of this browser. */
import { word } from "./words.js";

const HOME = new URL("/-desk/api/", location.href);
let token = "";

/** Learn the token: desk pages carry it, a page of the site asks.

    Return whether there is one; `refused` is told why not. */
export const open = async (refused) => {
  const meta = document.querySelector("meta[name=desk-token]");
  if (meta) token = meta.content;
  else {
    const answer = await fetch(new URL("token", HOME)).then((found) => found.json()).catch(() => ({}));
    token = answer.token || "";
    if (!token && answer.said && refused) refused(answer.said);
  }
  return Boolean(token);
};

const asked = async (address, options) => {
  let answer;
  try {
    const found = await fetch(new URL(address, HOME), options);
    answer = await found.json();
  } catch (error) {
    return { ok: false, lost: true, said: word("unreachable") };
  }
  return answer;
};

export const ask = (address) => asked(address, { headers: { "X-Desk-Token": token } });

/** Send something; `leaving` lets it arrive although the page goes. */
export const send = (address, body, leaving) =>
  asked(address, {
    method: "POST",
    headers: { "X-Desk-Token": token, "Content-Type": "application/json" },
    body: JSON.stringify(body || {}),
    keepalive: Boolean(leaving),
  });

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
