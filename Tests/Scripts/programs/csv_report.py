"""Read records from text, group, sum, pivot, print a report; files in a temporary folder."""
import os
import tempfile
from collections import defaultdict
from itertools import chain, zip_longest

DATA = """date;city;item;amount
2024-01-03;Rome;coffee;1.20
2024-01-03;Oslo;tea;3.50
2024-01-04;Rome;coffee;1.30
2024-02-01;Oslo;coffee;4.75
2024-02-01;"Rome";tea;
2024-02-30;Bern;cake;abc
"""

def parse(lines):
    header = next(lines).rstrip("\n").split(";")
    for number, line in enumerate(lines, 2):
        record = dict(zip_longest(header, (p.strip('"') for p in line.rstrip().split(";"))))
        try:
            record["amount"] = float(record["amount"] or 0)
        except ValueError as error:
            print(f"line {number}: {error}")
            continue
        record["month"] = record["date"][:7]
        yield record

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "data.csv")
    with open(path, "w", encoding="utf-8", newline="") as f:
        print(f.write(DATA), f.tell(), f.mode, f.encoding, f.closed)
    with open(path) as f:
        records = list(parse(f))
        print(f.readline() == "", f.read() == "")
        f.seek(0); f.readline()
        print(repr(f.readline()))
    with open(path, "rb") as f:
        print(f.read(10), f.seek(-5, os.SEEK_END), f.read(), os.path.getsize(path), os.path.basename(path), os.path.splitext(path)[1])
    with open(path, "a+") as f:
        f.write("appended\n"); f.seek(0); print(sum(1 for _ in f))
    os.rename(path, path + ".bak")
    print(sorted(os.listdir(folder)), os.path.exists(path), os.path.isdir(folder))
    try: open(path)
    except FileNotFoundError as e: print(e.errno, e.strerror, os.path.basename(e.filename), isinstance(e, OSError))
    try: open(folder, "w")
    except IsADirectoryError as e: print(e.strerror)
    try: open(path + ".bak", "x")
    except FileExistsError as e: print(e.strerror)
    try: open(path + ".bak", "q")
    except ValueError as e: print(e)
    with open(path + ".bak") as f:
        try: f.write("x")
        except Exception as e: print(type(e).__name__, e)
    try: f.read()
    except ValueError as e: print(e)
print(os.path.exists(folder))
totals = defaultdict(lambda: defaultdict(float))
for r in records: totals[r["city"]][r["month"]] += r["amount"]
months = sorted(set(chain.from_iterable(totals.values())))
print(f"{'city':<6}" + "".join(f"{m:>10}" for m in months) + f"{'sum':>10}")
for city, row in sorted(totals.items(), key=lambda kv: -sum(kv[1].values())):
    print(f"{city:<6}" + "".join(f"{row[m]:10.2f}" for m in months) + f"{sum(row.values()):10.2f}")
print({c: dict(r) for c, r in totals.items()})
