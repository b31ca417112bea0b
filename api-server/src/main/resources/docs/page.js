SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#calls",
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null, // Asks nobody else.
});
