// <bh-board>: a card dragged to another column, or moved by Shift and an arrow, goes through the page that asks for what the gate lacks. A refusal puts it back.
import Sortable from "../lib/sortable.js";

class Board extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    if (!this.dataset.moves) return;
    for (const list of this.querySelectorAll("[data-cards]"))
      new Sortable(list, {
        group: "stages", draggable: ".board-card", animation: 120, delay: 120, delayOnTouchOnly: true, sort: false, scroll: true, ghostClass: "ghost",
        onEnd: move => { if (move.to !== move.from) this.ask(move.item, move.from, move.oldIndex, move.to); },
      });
    this.addEventListener("keydown", event => {
      const card = event.target.closest(".board-card");
      if (!card || !event.shiftKey || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
      event.preventDefault();
      const columns = [...this.querySelectorAll("[data-cards]")], from = card.parentElement;
      const to = columns[columns.indexOf(from) + (event.key === "ArrowRight" ? 1 : -1)];
      if (!to) return;
      const at = [...from.children].indexOf(card);
      to.prepend(card);
      this.ask(card, from, at, to);
    });
    this.addEventListener("keydown", event => {
      const card = event.target.closest(".board-card");
      if (!card || event.shiftKey || !["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(event.key)) return;
      event.preventDefault();
      const columns = [...this.querySelectorAll("[data-cards]")], column = card.parentElement, cards = [...column.querySelectorAll(".board-card")], at = cards.indexOf(card);
      const beside = event.key === "ArrowUp" ? cards[at - 1] : event.key === "ArrowDown" ? cards[at + 1]
        : [...(columns[columns.indexOf(column) + (event.key === "ArrowRight" ? 1 : -1)]?.querySelectorAll(".board-card") ?? [])][at];
      beside?.querySelector("a")?.focus();
    });
  }

  async ask(card, from, at, to) {
    const back = () => { from.insertBefore(card, from.children[at] ?? null); card.querySelector("a")?.focus(); };
    const stage = to.closest("[data-stage]").dataset.stage, address = `/projects/${card.dataset.id}/move?to=${stage}`;
    card.classList.add("busy");
    const answer = await fetch(address), page = parsed(await answer.text()), form = page.querySelector("form[data-move]");
    card.classList.remove("busy");
    if (!answer.ok || !form) { back(); this.say(page.querySelector("h1")?.textContent ?? this.dataset.failed); return; }
    if (form.dataset.ready) await this.send(card, new FormData(form), address, back);
    else this.show(card, page, form, address, back);
  }

  show(card, page, form, address, back) {
    const own = document.importNode(form, true);
    own.removeAttribute("data-keep");
    this.dialog.replaceChildren(Object.assign(document.createElement("h2"), { textContent: card.querySelector("a").textContent }), own);
    const alert = page.querySelector("[role=alert]");
    if (alert) own.prepend(document.importNode(alert, true));
    let sent = false;
    own.addEventListener("submit", event => {
      event.preventDefault();
      event.stopPropagation();
      sent = true;
      this.dialog.close();
      this.send(card, new FormData(own), address, back);
    });
    own.querySelector("[data-cancel]").addEventListener("click", event => { event.preventDefault(); this.dialog.close(); });
    this.dialog.onclose = () => { if (!sent) back(); };
    this.dialog.showModal();
    own.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }

  async send(card, content, address, back) {
    card.classList.add("busy");
    const answer = await fetch(address, { method: "POST", body: content });
    card.classList.remove("busy");
    if (answer.ok) {
      // what waits for somebody's approval has not moved yet: the card stays where it was, and the sentence says who is to decide
      const waits = parsed(await answer.text()).querySelector(".toast-line span");
      if (waits) { back(); this.say(waits.textContent.trim()); } else card.querySelector("a")?.focus();
      this.sums();
      return;
    }
    const page = parsed(await answer.text()), form = page.querySelector("form[data-move]"), sentence = page.querySelector("[role=alert]")?.textContent.trim();
    // what was typed stays: the form comes back with the sentence; where nothing is asked for the card goes back
    if (form && sentence && form.querySelector("input:not([type=hidden]), select") ) this.show(card, page, form, address, back);
    else { back(); this.say(sentence ?? this.dataset.failed); }
  }

  // the sums of the columns follow
  sums() { htmx.trigger("[hx-get*='handler=Sums']", "load"); }

  say(sentence) {
    document.querySelector(".toast-line")?.remove();
    const line = document.body.appendChild(Object.assign(document.createElement("div"), { className: "toast-line", role: "alert", textContent: sentence }));
    setTimeout(() => line.remove(), 9000);
  }
}

const parsed = text => new DOMParser().parseFromString(text, "text/html");

customElements.define("bh-board", Board);
