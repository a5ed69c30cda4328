// Elements are built from text only: what a service sends is never read as HTML.

/** el('p', { class: 'hint', onclick: f }, 'text', child): null and undefined attributes and children are left out. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

export const byId = id => document.getElementById(id);

/** The elements of a template by their data-part, and in order. */
export function parts(templateId) {
  const copy = document.importNode(byId(templateId).content, true);
  const named = {};
  for (const one of copy.querySelectorAll('[data-part]')) named[one.dataset.part] = one;
  return { all: [...copy.children], named };
}
