const NEAR = 40;
const KEPT = 300;

/**
 * Keeps the newest line of a list in view, unless somebody reads further up or in a line; also once a list that was hidden is shown.
 * A fast call that goes round in circles tells hundreds of lines a second: the oldest are dropped.
 */
export function follow(list) {
  let follows = true;
  const toEnd = () => {
    if (follows && !list.querySelector('details[open]')) list.scrollTop = list.scrollHeight;
  };
  list.addEventListener('scroll', () => {
    if (list.clientHeight) follows = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  });
  new MutationObserver(() => {
    if (!list.childElementCount) follows = true;
    while (list.childElementCount > KEPT) list.firstElementChild.remove();
    requestAnimationFrame(toEnd);
  }).observe(list, { childList: true });
  new ResizeObserver(toEnd).observe(list);
}
