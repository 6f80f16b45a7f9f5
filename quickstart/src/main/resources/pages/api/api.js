// SPDX-License-Identifier: Apache-2.0
// The document is that of challenge-service, and so are the answers: this origin only passes them on.
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  tryItOutEnabled: true,
  // Nothing is asked of anybody else.
  validatorUrl: null,
});
