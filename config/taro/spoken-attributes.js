const attributes = { 'aria-role': 'i.ariaRole', 'aria-label': 'i.ariaLabel' };
const chosen = { 'aria-checked': 'i.ariaChecked', 'aria-selected': 'i.ariaSelected' };

/** What a screen reader hears, by component: the same for WeChat's templates and for what runs on the phone. */
module.exports = { View: { ...attributes, ...chosen }, Input: attributes, Textarea: attributes };
