"""server.py DOCUMENT PORT: connexion, a server that we did not write, answers with the examples of an OpenAPI document and refuses
what the document does not allow."""
import sys

import connexion
from connexion.mock import MockResolver
from connexion.options import SwaggerUIOptions

document, port = sys.argv[1], int(sys.argv[2])
application = connexion.FlaskApp("outside", swagger_ui_options=SwaggerUIOptions(swagger_ui=False))
application.add_api(document, resolver=MockResolver(mock_all=True), strict_validation=True, validate_responses=True)
application.run(host="127.0.0.1", port=port)
