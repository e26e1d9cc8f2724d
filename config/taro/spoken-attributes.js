const attributes = { 'aria-role': 'i.ariaRole', 'aria-label': 'i.ariaLabel' };

/** What a screen reader hears, by component: the same for WeChat's templates and for what runs on the phone. */
module.exports = { View: attributes, Input: attributes, Textarea: attributes };
