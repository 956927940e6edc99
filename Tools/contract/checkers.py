"""The checkers of the gallery: each takes a program and gives what was found."""
import json
import os
import pathlib
import re
import subprocess
import tempfile

from cases import GALLERY, ROOT, Finding

# Messages in English; no backtrace of Swift behind a process that ends with a rule.
ENGLISH = dict(os.environ, LC_ALL="C", SWIFT_BACKTRACE="enable=no")


class Unavailable(Exception):
    """The checker cannot be run here, or is not there."""


def run(arguments, **options):
    return subprocess.run(arguments, capture_output=True, text=True, errors="replace", env=ENGLISH, **options)


class Checkers:
    def __init__(self, baton):
        self.baton = str(baton)
        self.folder = tempfile.TemporaryDirectory(prefix="baton-gallery-")
        self.gcc_flags = self._flags("--compiler", "gcc")
        self.plain_flags = run([self.baton, "--cflags"]).stdout.split()

    def _flags(self, *options):
        done = run([self.baton, "--cflags", "--checked", *options])
        if done.returncode != 0:
            raise Unavailable(f"{self.baton} --cflags --checked: {done.stderr}")
        return done.stdout.split()

    def check(self, checker, case):
        return getattr(self, checker)(case)

    # baton check: clang

    def strict(self, case):
        return self._clang(case, [])

    def relaxed(self, case):
        return self._clang(case, ["--relaxed"])

    def _clang(self, case, options):
        done = run([self.baton, "check", "--json", *options, "-I", str(GALLERY), str(case.path)])
        if done.returncode not in (0, 1) or not done.stdout.startswith("["):
            raise Unavailable(done.stderr.strip() or f"baton check ended with {done.returncode}")
        return [Finding(f"R{f['rule']}", (f["line"],), f["message"]) for f in json.loads(done.stdout)]

    # gcc: a call that is left over names the rule, the line is that of the outermost function it was inlined into

    def gcc(self, case):
        compiler = ["g++", "-std=c++17"] if case.path.suffix == ".cpp" else ["gcc", "-std=gnu11"]
        done = run([*compiler, "-Wall", "-Wextra", *self.gcc_flags, f"-I{GALLERY}", "-c", str(case.path), "-o", os.devnull])
        return self._gcc_findings(case, done.stderr)

    def _gcc_findings(self, case, output):
        findings = {}
        inlined = None
        waiting = None
        for line in output.splitlines():
            place = re.search(rf"inlined from '.*' at {re.escape(str(case.path))}:(\d+):", line)
            breach = re.search(r"error: call to '\w+' declared with attribute error: (R\d+): (.*)", line)
            other = re.match(r"(.*?):(\d+):\d+: (?:fatal )?(?:error|warning): (.*)", line)
            note = re.match(rf"{re.escape(str(case.path))}:(\d+):\d+: note: in expansion of macro", line)
            if place:
                inlined = int(place.group(1))
            elif breach:
                # Copies of one call, made by the optimiser, do not name the place again.
                findings.setdefault((breach.group(1), inlined), breach.group(2))
            elif other:
                rule = "R10" if "'BtThreadState_Ensure" in other.group(3) else None
                waiting = (rule, other.group(3))
                if other.group(1) == str(case.path):
                    findings.setdefault((rule, int(other.group(2))), other.group(3))
                    waiting = None
            elif note and waiting:
                findings.setdefault((waiting[0], int(note.group(1))), waiting[1])
                waiting = None
        return [Finding(rule, (line,) if line else (), text) for (rule, line), text in findings.items()]

    # The program itself, under BATON_CHECK=1

    def run(self, case):
        folder = pathlib.Path(self.folder.name, case.name)
        folder.mkdir(exist_ok=True)
        self._build(case, folder)
        report = folder / "report.json"
        environment = dict(ENGLISH, BATON_PATH=str(folder), BATON_CHECK_FILE=str(report))
        try:
            done = subprocess.run(
                [self.baton, "--check", "-c", case.script], capture_output=True, text=True, errors="replace",
                env=environment, timeout=60)
        except subprocess.TimeoutExpired:
            return [Finding(None, (), "it did not end within a minute")]
        if not report.exists():
            raise Unavailable(f"{self.baton} --check writes no BATON_CHECK_FILE")
        findings = []
        for found in json.loads(report.read_text())["findings"]:
            lines = tuple(p["line"] for p in found["places"] if pathlib.Path(p["file"]).name == case.path.name)
            findings.append(Finding(found["rule"], lines, found["message"]))
        if not case.is_broken and (done.returncode != 0 or done.stderr):
            findings.append(Finding(None, (), f"status {done.returncode}: {done.stderr.strip()}"))
        return findings

    def _build(self, case, folder):
        compiler = ["g++", "-std=c++17"] if case.path.suffix == ".cpp" else ["gcc", "-std=gnu11"]
        library = folder / f"{case.name}.so"
        done = run([*compiler, "-g", "-O1", "-shared", "-fPIC", *self.plain_flags, f"-I{GALLERY}", str(case.path), "-o",
                    str(library), "-pthread"])
        if done.returncode != 0:
            raise Unavailable(f"{case.path} does not compile:\n{done.stderr}")

    def run_text(self, case):
        """What the program prints under BATON_CHECK=1, for the page."""
        folder = pathlib.Path(self.folder.name, case.name)
        folder.mkdir(exist_ok=True)
        self._build(case, folder)
        environment = dict(ENGLISH, BATON_PATH=str(folder))
        done = subprocess.run([self.baton, "--check", "-c", case.script], capture_output=True, text=True, errors="replace",
                              env=environment, timeout=60)
        return done.stderr

    # swiftc over the program, with the Baton library

    def swift(self, case):
        # The modules stand beside the program that the package built. The passes that check ownership and exclusivity come
        # after type-checking, so the type-checker alone is not enough.
        modules = pathlib.Path(self.baton).resolve().parent / "Modules"
        if not (modules / "Baton.swiftmodule").exists():
            raise Unavailable(f"no Baton.swiftmodule in {modules}")
        include = [word for flag in self.plain_flags for word in ("-Xcc", flag)]
        done = run(["swiftc", "-emit-sil", "-o", os.devnull, "-swift-version", "6", "-parse-as-library", "-diagnostic-style",
                    "llvm", "-I", str(modules), *include, "-module-cache-path", f"{self.folder.name}/swift", str(case.path)])
        place = re.compile(rf"^{re.escape(str(case.path))}:(\d+):\d+: (?:error|warning): (.*)", re.M)
        findings = {(int(line), text): Finding(None, (int(line),), text) for line, text in place.findall(done.stderr)}
        if done.returncode != 0 and not findings:
            raise Unavailable(f"swiftc: {done.stderr.strip()[:2000]}")
        return list(findings.values())
