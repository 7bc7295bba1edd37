# Delivers a messages file with boto3 in chunks of 150, the first one alone, then four at a time.
import json
import sys
from concurrent.futures import ThreadPoolExecutor

import boto3

scan_job_id, session_token, path = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    messages = json.load(file)["messages"]
for message in messages:
    message["cisRuleDetails"] = message["cisRuleDetails"].encode()
client = boto3.client("inspector2")


def send(start):
    client.send_cis_session_telemetry(
        scanJobId=scan_job_id,
        sessionToken=session_token,
        messages=messages[start : start + 150],
    )


send(0)
with ThreadPoolExecutor(4) as pool:
    list(pool.map(send, range(150, len(messages), 150)))
