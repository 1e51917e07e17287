// Passkeys: asks the server what to ask, lets the device answer, and sends the form with the answer.
const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON && isSecureContext && !/^[\d.]+$|^\[/.test(location.hostname);

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!able) continue;
  form.hidden = false;
  form.addEventListener("submit", async event => {
    if (form.elements.Credential.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const note = form.querySelector("[data-passkey-note]");
    try {
      const ask = new FormData();
      ask.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
      ask.set("_once", crypto.randomUUID());
      const options = await (await fetch(form.dataset.options, { method: "POST", body: ask })).json();
      const answer = form.dataset.passkey === "get"
        ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
        : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
      form.elements.Credential.value = JSON.stringify(answer);
      form.requestSubmit();
    } catch {
      note.textContent = note.dataset.failed;
    }
  }, { capture: true });
}
