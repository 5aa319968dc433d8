/**
 * Mounts the widgets of a page: no kernel, no request.
 *
 * The page carries the models' traits in one JSON script, a JSON script at each place where a widget stands, and one
 * classic script per module that registers the module's text (see book/extensions/widgets.py).
 * A module is imported from a Blob URL, which works from file:// too, as anywidget does in JupyterLab.
 */
(() => {
  "use strict";
  const STATE = 'script[type="application/vnd.jupyter.widget-state+json"]';
  const VIEW = 'script[type="application/vnd.jupyter.widget-view+json"]';

  /** As much of a Jupyter widget model as anywidget promises its modules. */
  class Model {
    #traits;
    #listeners = new Map();
    #changed = false;

    constructor(traits) {
      this.#traits = traits;
    }
    get(name) {
      return this.#traits[name];
    }
    set(name, value) {
      const changes = typeof name === "object" ? name : { [name]: value };
      for (const [key, next] of Object.entries(changes)) {
        if (same(this.#traits[key], next)) continue;
        this.#traits[key] = next;
        this.#changed = true;
        this.#tell(`change:${key}`, this, next);
      }
      // "change" comes once, after a listener's own calls of set have come to rest.
      if (!this.#changed) return;
      this.#changed = false;
      this.#tell("change", this);
    }
    on(names, listener) {
      for (const name of names.split(" ")) {
        if (!this.#listeners.has(name)) this.#listeners.set(name, []);
        this.#listeners.get(name).push(listener);
      }
    }
    off(names, listener) {
      for (const name of names ? names.split(" ") : [...this.#listeners.keys()]) {
        const kept = listener ? (this.#listeners.get(name) ?? []).filter((one) => one !== listener) : [];
        this.#listeners.set(name, kept);
      }
    }
    save_changes() {} // there is no kernel to tell
    send() {} // nor one to answer
    #tell(name, ...values) {
      for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(...values);
    }
  }

  function same(a, b) {
    if (Object.is(a, b)) return true;
    if (!a || !b || typeof a !== "object" || typeof b !== "object" || ArrayBuffer.isView(a)) return false;
    return JSON.stringify(a) === JSON.stringify(b);
  }

  /** Put each binary buffer back to its path in the traits, as a DataView. */
  function withBuffers({ state, buffers = [] }) {
    for (const { path, data } of buffers) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const last = path.at(-1);
      const holder = path.slice(0, -1).reduce((inner, key) => inner[key], state);
      holder[last] = new DataView(bytes.buffer);
    }
    return state;
  }

  const widgets = new Map(); // module name: promise of its default export
  function load(name) {
    if (!widgets.has(name)) widgets.set(name, importText(self.cnnModules[name]));
    return widgets.get(name);
  }
  async function importText(text) {
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    try {
      const { default: widget } = await import(url);
      return typeof widget === "function" ? await widget() : widget;
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  const cleanups = [];
  const models = new Map(); // id: promise of { model, widget }, shared by all views of one model
  function open(id, saved) {
    if (!models.has(id)) models.set(id, initialize(saved));
    return models.get(id);
  }
  async function initialize(saved) {
    const model = new Model(withBuffers(saved));
    const widget = await load(saved.module);
    cleanups.push(await widget.initialize?.({ model }));
    return { model, widget };
  }

  async function mount(place, state) {
    const el = document.createElement("div");
    el.className = "cnn-mount";
    place.after(el);
    try {
      const { model_id: id } = JSON.parse(place.textContent);
      const { model, widget } = await open(id, state[id]);
      cleanups.push(await widget.render?.({ model, el }));
    } catch (error) {
      const sentence = document.createElement("p");
      sentence.className = "cnn-unmounted";
      sentence.textContent = "This interactive figure could not start in your browser.";
      el.replaceChildren(sentence);
      console.error(error);
    }
  }

  const saved = document.querySelector(STATE);
  if (!saved) return;
  const { state } = JSON.parse(saved.textContent);
  for (const place of document.querySelectorAll(VIEW)) mount(place, state);
  addEventListener("pagehide", (event) => {
    if (event.persisted) return; // the page may come back by the back button, with its widgets alive
    for (const cleanup of cleanups.splice(0)) cleanup?.();
  });
})();
