// Files go up one by one, each with its own bar; a single one leads on to what was found in it. Without this the form sends them all together.
const form = document.querySelector("form[data-upload]");
const list = form?.querySelector("[data-uploading]");

const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, "0")).join("");

const send = file => new Promise(resolve => {
  const line = document.createElement("li"), name = document.createElement("span"), bar = document.createElement("progress"), state = document.createElement("span");
  name.textContent = file.name;
  bar.max = 100; bar.value = 0; bar.setAttribute("aria-label", file.name);
  line.append(name, bar, state);
  list.append(line);
  const data = new FormData(form);
  data.delete("Upload");
  data.append("Upload", file);
  data.set("_once", key());
  const request = new XMLHttpRequest();
  request.open("POST", form.action || location.href);
  request.upload.onprogress = event => { if (event.lengthComputable) { bar.value = event.loaded / event.total * 100; state.textContent = Math.round(bar.value) + "%"; } };
  request.onerror = () => { state.textContent = list.dataset.failed; state.className = "bad-text"; resolve(null); };
  request.onload = () => {
    const done = request.status < 400 && request.responseURL.includes("/imports/checks/");
    bar.value = 100;
    state.textContent = done ? list.dataset.done : new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main [role=alert]")?.textContent.trim() || list.dataset.failed;
    state.className = done ? "good-text" : "bad-text";
    resolve(done ? request.responseURL : null);
  };
  request.send(data);
});

const upload = async files => {
  list.replaceChildren();
  const sent = [];
  for (const file of files) sent.push(await send(file));
  const done = sent.filter(Boolean);
  if (files.length === 1 && done.length === 1) location.href = done[0];
  else if (done.length === files.length) location.href = "/imports";
  else form.querySelector("input[type=file]").value = "";
};

form?.addEventListener("submit", event => {
  const files = form.querySelector("input[type=file]").files;
  if (files.length === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  upload([...files]);
}, true);
form?.querySelector("input[type=file]").addEventListener("change", event => { if (event.target.files.length) upload([...event.target.files]); });
