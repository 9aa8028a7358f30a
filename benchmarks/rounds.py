"""Rounds of queries over all engines: answers compared first, then timed in turns."""

from cache import say
from session import Session

MODES = ("facets", "top")


def ask(run, name, tested, queries, rounds, budget):
    """Compares all answers, then lets the engines take turns; `budget` in seconds an engine."""
    contest = Contest(run, name, queries)
    contest.meet(tested, budget)
    contest.take_turns(rounds, budget)
    contest.leave()


class Contest:
    """The engines over one corpus, their answers and what they have spent."""

    def __init__(self, run, name, queries):
        self.run, self.name, self.queries = run, name, queries
        self.classes = {query["id"]: query["class"] for query in queries}
        self.sessions, self.timed, self.matches = [], [], {}

    def meet(self, engines, budget):
        """The first round of each, which warms it up. Who has no time for a second is measured by it."""
        answers = {}
        for session in map(Session, engines):
            given, engine = attempt(session), session.engine.name
            if given is None:
                continue
            self.sessions.append(session)
            answers[engine] = {row[0]: row[1:5] for row in given["facets"]}
            for query, *counts, _ in given["facets"]:
                self.run.add("answers", self.name, engine, query, self.classes[query], *counts)
            self.matches = self.matches or {query: answer[0] for query, answer in answers[engine].items()}
            if seconds(given) > budget:
                self.note(engine, 0, given)
                say(f"{self.name}: {engine} has {seconds(given):.0f} s for one round, no second one")
            else:
                self.timed.append(session)
        compare(answers, self.queries)

    def take_turns(self, rounds, budget):
        """Rounds of all queries, each begun by another engine; one that has spent its budget stops."""
        spent = {session.engine.name: 0 for session in self.timed}
        for number in range(1, rounds + 1):
            turn = number % max(len(self.timed), 1)
            for session in self.timed[turn:] + self.timed[:turn]:
                engine = session.engine.name
                if spent[engine] > budget:
                    continue
                given = attempt(session)
                if given is None:
                    self.timed.remove(session)
                    continue
                self.note(engine, number, given)
                spent[engine] += seconds(given)
        say(f"{self.name}: seconds of rounds: " + ", ".join(f"{e} {time:.0f}" for e, time in spent.items()))

    def note(self, engine, number, given):
        for mode, rows in given.items():
            for query, *_, nanoseconds in rows:
                self.run.add_latency(self.name, engine, mode, number, query, self.classes[query],
                             self.matches[query], nanoseconds)

    def leave(self):
        for session in self.sessions:
            self.run.add("reader", self.name, session.engine.name, *session.resident())
            session.close()


def seconds(given):
    """What the queries of a round took."""
    return sum(row[-1] for rows in given.values() for row in rows) / 1e9


def attempt(session):
    """A round of an engine in both modes; None, with the reason printed, when it cannot."""
    try:
        return {mode: session.round(mode) for mode in MODES}
    except (RuntimeError, OSError) as error:
        say(f"{session.engine.name} is left out: {error}")
        return None


def compare(answers, queries):
    """Prints where an engine's answer differs from the first's."""
    (first, expected), *others = answers.items()
    for name, given in others:
        asked = [query for query in queries if query["id"] in given]
        differing = [q for q in asked if given[q["id"]] != expected[q["id"]]]
        cannot = sorted({query["class"] for query in queries if query["id"] not in given})
        say(f"{name}: {len(asked) - len(differing)} of {len(asked)} answers equal {first}'s"
            + (f"; it cannot ask {', '.join(cannot)}" if cannot else ""))
        for query in differing[:3]:
            say(f"  {query['class']} {' '.join(query['words'])}: {given[query['id']]}, "
                f"{first} {expected[query['id']]} (total, people, countries, dated)")
