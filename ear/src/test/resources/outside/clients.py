"""Lets a published Open311 client that we did not write talk to a server, and prints what it understood as JSON.

clients.py NAME ADDRESS JURISDICTION KEY SERVICE_CODE REPORT [FORMAT]
"""
import itertools
import json
import sys

# "three" was written for Python 2; this is all that it misses in Python 3, its own files are as they were published.
itertools.ifilter = filter


def georeport(address, jurisdiction, key, service, report, form="json"):
    from georeport import GeoReport

    client = GeoReport(address, jurisdiction=jurisdiction, api_key=key, output_format=form)
    return {
        "services": client.get_service_list(),
        "definition": client.get_service_definition(service),
        "requests": client.get_service_requests(service_code=service, status="open"),
        "several": client.get_service_requests(service_request_id=report + ",1"),
        "request": client.get_service_request(report),
    }


def civicbot(address, jurisdiction, key, service, report):
    from civicbot.http import HttpError, HttpTransport, RateLimiter
    from civicbot.open311 import Open311Client
    from civicbot.registry import Endpoint

    endpoint = Endpoint(id="ours", name="Ours", base_url=address, write=True)
    one = Open311Client(endpoint, HttpTransport(rate_limiter=RateLimiter(0)), jurisdiction_id=jurisdiction)
    words = dict(lat=59.6041, lng=13.4805, description="En lykta har slocknat vid bänken & <räcket> — åäö 🌧",
                 first_name="Åsa", last_name="Öst", email="asa@example.org", validate_remote=True, dry_run=False, confirm="SEND")
    posted = one.create_request(service, api_key=key, **words).response
    again = one.create_request(service, api_key=key, **words).response
    try:
        one.create_request(service, api_key="fmg_" + "A" * 43, **words)
        refused = None
    except HttpError as error:
        refused = {"status": error.status, "body": json.loads(error.body)}
    try:
        one.get_request("999999999")
        missing = None
    except HttpError as error:
        missing = {"status": error.status, "body": json.loads(error.body)}
    number = posted[0]["service_request_id"]
    return {
        "services": one.list_services(),
        "definition": one.get_service_definition(service),
        "requests": one.list_requests(service_code=service, page_size=5),
        "several": one.list_requests(service_request_ids=[report, number]),
        "request": one.get_request(number),
        "token": one.get_token(number),
        "posted": posted,
        "again": again,
        "refused": refused,
        "missing": missing,
    }


def three(address, jurisdiction, key, service, report, picture):
    from three import Three

    client = Three(address, api_key=key, jurisdiction=jurisdiction)
    with open(picture, "rb") as photo:
        posted = client.post(service, lat="59.6143", long="13.4711", name="Anna Andersson", email="anna@example.org",
                             description="Skräp vid busshållplatsen, bild finns", address="Storgatan 1", media=photo)
    return {
        "discovery": client.discovery(),
        "services": client.services(),
        "definition": client.services(service),
        "requests": client.requests(service, count=5),
        "request": client.request(report),
        "posted": posted,
        "mine": client.request(posted[0]["service_request_id"]),
    }


if __name__ == "__main__":
    name = sys.argv[1]
    print(json.dumps(globals()[name](*sys.argv[2:])))
