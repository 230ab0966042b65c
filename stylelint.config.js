export default {
  extends: 'stylelint-config-standard',
  rules: {
    'custom-property-pattern': '^[a-z][a-z0-9-]*$',
    'declaration-no-important': true,
    'selector-max-id': 0,
    'no-descending-specificity': null,
  },
};
