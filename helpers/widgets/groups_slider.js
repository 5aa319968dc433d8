import { h } from "./parts/dom.js";

export default {
  render({ el }) {
    const root = h("div", { class: "cnn-widget" });
    el.append(root);
    return () => root.remove();
  },
};
