"""Count words, build an index, print a concordance."""
from collections import Counter, defaultdict

TEXT = """The quick brown fox jumps over the lazy dog. The dog sleeps; the fox doesn't.
“Quoted words” — naïve café, über-cool façade… and 3.14 or 1,000 things!
A man, a plan, a canal: Panama."""

def words(text):
    for number, line in enumerate(text.splitlines(), 1):
        for word in line.split():
            cleaned = word.strip(".,;:!?“”—…'\"").lower()
            if cleaned:
                yield number, cleaned

counts = Counter(word for _, word in words(TEXT))
for word, n in counts.most_common(5):
    print(f"{word:<8}|{n:>3}|{'*' * n:^9}|")

index = defaultdict(set)
for line, word in words(TEXT):
    index[word].add(line)
for word in sorted(index, key=lambda w: (-len(w), w))[:8]:
    print(f"{word!r:>14} {sorted(index[word])}")

longest = max(index, key=len)
print(longest.title(), longest.upper(), longest.swapcase(), longest.capitalize())
print({len(w): sorted(x for x in index if len(x) == len(w)) for w in sorted(index)[:3]})
print("Panama".casefold() in index, "straße".casefold(), "ǅ".lower(), "ß".upper())
total = sum(counts.values())
print(f"{total} words, {len(counts)} different, {len(counts)/total:.1%} unique")
print(counts["absent"], +Counter(a=1, b=-2), Counter("aab") - Counter("ab"), Counter("ab") | Counter("bbc"))
vowels = str.maketrans("aeiou", "AEIOU", "xyz")
print("fuzzy boxes are lazy".translate(vowels))
print(TEXT.count("the"), TEXT.find("fox"), TEXT.rfind("fox"), TEXT.partition("; ")[0][-10:])
print([line.expandtabs(4) for line in "a\tb\n\tc".splitlines(keepends=True)])
