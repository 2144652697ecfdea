/** What pages do beyond what HTML does by itself: they search and copy. Without it all that is there can be read. */
export const siteScript = `"use strict";
const form = document.querySelector("form.search");
if (form) {
  const field = form.querySelector("input");
  const said = form.querySelector("output");
  const cards = [...document.querySelectorAll(".cards li")];
  form.hidden = false;
  const search = () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const card of cards) {
      const isFound = words.every((word) => card.dataset.text.includes(word));
      card.hidden = !isFound;
      if (isFound) count += 1;
    }
    for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector("li:not([hidden])");
    said.textContent = words.length === 0 ? "" : count + " found";
  };
  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = cards.find((card) => !card.hidden);
    if (first) first.querySelector("a").click();
  });
  search();
}
const live = document.querySelector("[data-events]");
if (live && live.dataset.events) {
  const said = document.querySelector("[role=status]");
  const events = new EventSource(live.dataset.events);
  const show = ({ data }) => {
    const left = live.querySelector(".picture").scrollLeft;
    live.innerHTML = data;
    live.querySelector(".picture").scrollLeft = left;
    said.textContent = live.querySelector(".now").textContent;
  };
  events.addEventListener("message", show);
  let isOver = false;
  events.addEventListener("end", (event) => {
    isOver = true;
    show(event);
  });
  // The server ends the connection behind the last of them, which is to be taken for no loss.
  events.addEventListener("error", () => {
    if (isOver) events.close();
  });
}
for (const code of document.querySelectorAll("pre[data-copy]")) {
  if (!navigator.clipboard) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = "Copied";
  });
  code.before(button);
}
`;
