// The score sheet: adds up while one scores, saves each choice, and keeps what could not be saved until it could.
// The server decides what is valid and what it comes to; without this script the page's own buttons do the same.

for (const done of document.querySelectorAll("[data-forget]")) localStorage.removeItem(done.dataset.forget);

const form = document.getElementById("sheet");
if (form) start(form);

function start(form) {
  const foot = form.querySelector(".sheet-foot");
  const out = name => foot.querySelector(`[data-out="${name}"]`);
  const button = name => form.querySelector(`[data-do="${name}"]`);
  const criteria = [...form.querySelectorAll(".criterion")];
  const marks = [...foot.querySelectorAll("[data-mark]")];
  const bands = form.dataset.bands.split(",").map(Number);
  const revision = form.elements.revision;
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);

  // ---- what it comes to

  const picked = criterion => criterion.querySelector("input[type=radio]:checked");
  const points = criterion => Number(picked(criterion)?.dataset.points ?? 0);

  function addUp() {
    const byLeaf = new Map(criteria.map(c => [c.dataset.leaf, points(c)]));
    const total = [...byLeaf.values()].reduce((sum, p) => sum + p, 0);
    out("total").textContent = total;
    for (const part of ["A", "B", "C"])
      out(`part-${part}`).textContent = criteria.filter(c => c.dataset.part === part).reduce((sum, c) => sum + points(c), 0);
    const byPoints = 1 + bands.filter(from => total >= from).length;
    const unmet = marks.filter(m => byLeaf.get(m.dataset.mark) < Number(m.dataset.min));
    const cap = unmet.length === 0 ? 5 : Math.min(...unmet.map(m => Number(m.dataset.star))) - 1;
    const stars = Math.min(byPoints, cap);
    showStars(stars);
    out("why").hidden = stars === 5;
    out("why-title").textContent = fill(out("why-title").dataset.text, Math.min(stars + 1, 5));
    const short = out("short-points");
    short.hidden = byPoints > stars || stars === 5;
    if (!short.hidden) short.textContent = fill(short.dataset.text, bands[stars - 1] - total, stars + 1);
    for (const mark of marks) mark.hidden = !(Number(mark.dataset.star) <= stars + 1 && unmet.includes(mark));
    const open = criteria.filter(c => !picked(c));
    const link = out("open");
    link.textContent = open.length === 0 ? link.dataset.done : fill(link.dataset.text, open.length);
    link.href = open.length === 0 ? "#flags" : `#${open[0].id}`;
  }

  function showStars(stars) {
    const row = out("stars").querySelector(".stars");
    row.setAttribute("aria-label", fill(out("stars").dataset.label, stars));
    row.querySelectorAll("path").forEach((path, i) => path.setAttribute("class", i < stars ? "stars__on" : "stars__off"));
  }

  // ---- what is not saved yet: field → value, kept on this machine until the server has it

  const keep = form.dataset.keep;
  const isAnswer = field => /^(choice-|comment-|flag)/.test(field.name);
  const nameOf = field => field.name === "flag" ? `flag:${field.value}` : field.name;
  const valueOf = field => field.type === "checkbox" ? field.checked : field.value;
  let pending = new Map();

  function store() {
    try {
      if (pending.size === 0) localStorage.removeItem(keep);
      else localStorage.setItem(keep, JSON.stringify({ base: revision.value, values: [...pending] }));
    } catch {
      // A browser without storage still saves over the line.
    }
  }

  function stored() {
    try {
      return JSON.parse(localStorage.getItem(keep));
    } catch {
      return null;
    }
  }

  function apply(values) {
    for (const [name, value] of values) {
      const field = [...form.elements].find(f => isAnswer(f) && nameOf(f) === name && (f.type !== "radio" || f.value === value));
      if (!field) continue;
      if (field.type === "radio") field.checked = true;
      else if (field.type === "checkbox") field.checked = value;
      else field.value = value;
    }
  }

  // ---- saving

  const state = out("saved");
  let timer = 0;
  let wait = 1000;
  let running = null;
  let stopped = document.getElementById("sheet-conflict") !== null;

  function say(kind, text) {
    state.dataset.state = kind;
    state.textContent = text;
    button("retry").hidden = kind !== "failed";
    button("reload").hidden = kind !== "conflict";
  }

  function later(milliseconds) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(save, milliseconds);
  }

  async function save() {
    clearTimeout(timer);
    if (running) return running;
    if (stopped || pending.size === 0) return;
    say("saving", state.dataset.saving);
    running = send();
    await running;
    running = null;
    if (!stopped && state.dataset.state === "saved" && pending.size > 0) later(0);
  }

  async function send() {
    const sent = new Map(pending);
    const body = new FormData(form);
    body.delete("_handler");
    let response;
    try {
      response = await fetch(form.dataset.save, { method: "POST", body, headers: { accept: "application/json" } });
    } catch {
      return failed(state.dataset.failed);
    }
    const isJson = response.headers.get("content-type")?.includes("json");
    if (response.redirected || response.status === 400) return failed(state.dataset.signedOut);
    if (!isJson) return failed(state.dataset.failed);
    const answer = await response.json();
    if (response.ok) {
      revision.value = answer.revision;
      for (const [name, value] of sent) if (pending.get(name) === value) pending.delete(name);
      store();
      wait = 1000;
      say("saved", fill(state.dataset.saved, answer.savedAt));
      return;
    }
    stopped = response.status !== 422;
    say("conflict", answer.message);
  }

  function failed(text) {
    say("failed", text);
    wait = Math.min(wait * 2, 30000);
    later(wait);
  }

  form.addEventListener("input", event => {
    const field = event.target;
    if (!isAnswer(field)) return;
    addUp();
    pending.set(nameOf(field), valueOf(field));
    store();
    later(field.tagName === "TEXTAREA" ? 1200 : 250);
  });

  // A form that is sent while a choice is on its way would meet its own newer state.
  form.addEventListener("submit", event => {
    clearTimeout(timer);
    if (!running) return;
    event.preventDefault();
    const by = event.submitter;
    running.then(() => form.requestSubmit(by));
  });

  button("retry").addEventListener("click", () => later(0));
  button("save").hidden = !stopped;
  addEventListener("online", () => later(0));

  // ---- what a lost line or a closed window left behind

  // What was sent with the page's own button is on the page already.
  const isShown = ([name, value]) => [...form.elements].some(f => isAnswer(f) && nameOf(f) === name
    && (f.type === "radio" ? f.checked && f.value === value : valueOf(f) === value));
  const left = stored();
  if (left) left.values = left.values.filter(v => !isShown(v));
  if (stopped || !left || left.values.length === 0) {
    store();
  } else if (left.base === revision.value) {
    apply(left.values);
    pending = new Map(left.values);
    later(0);
  } else {
    const box = document.getElementById("sheet-waiting");
    box.querySelector("p").textContent = fill(box.dataset.text, left.values.length);
    box.hidden = false;
    button("apply").addEventListener("click", () => {
      box.hidden = true;
      apply(left.values);
      pending = new Map(left.values);
      addUp();
      store();
      later(0);
    });
    button("drop").addEventListener("click", () => {
      box.hidden = true;
      store();
    });
  }
  addUp();
}
