"""Rounds of queries over all engines: answers compared first, then timed in turns."""

from cache import say
from session import Session

MODES = ("facets", "top")


def ask(run, name, tested, queries, rounds, budget):
    """Rounds of all queries; the engines take turns, each round begun by another."""
    classes = {query["id"]: query["class"] for query in queries}
    sessions, answers, spent, first = [], {}, {}, {}
    for engine in tested:
        session = Session(engine)
        given = attempt(session)
        if given is None:
            continue
        sessions.append(session)
        first[engine.name] = given
        answers[engine.name] = {row[0]: row[1:5] for row in given["facets"]}
        spent[engine.name] = sum(row[-1] for mode in MODES for row in given[mode])
        for query, total, people, countries, dated, _ in given["facets"]:
            run.add("answers", name, engine.name, query, classes[query], total, people, countries, dated)
    compare(answers, queries)
    matches = {query: answer[0] for query, answer in answers[tested[0].name].items()}

    def note(engine, number, given):
        for mode in MODES:
            for query, *_, nanoseconds in given[mode]:
                run.add("latency", name, engine, mode, number, query, classes[query], matches[query], nanoseconds)

    # Who has no time for a second round is measured by the first, which warms the others up.
    slow = {engine for engine, time in spent.items() if time > budget * 1e9}
    for engine in slow:
        note(engine, 0, first[engine])
        say(f"{name}: {engine} has {spent[engine] / 1e9:.0f} s for one round, no second one")
    timed = [session for session in sessions if session.engine.name not in slow]
    spent = dict.fromkeys(spent, 0)
    for number in range(1, rounds + 1):
        turn = number % max(len(timed), 1)
        for session in timed[turn:] + timed[:turn]:
            engine = session.engine.name
            if number > 1 and spent[engine] > budget * 1e9:
                continue
            given = {mode: session.round(mode) for mode in MODES}
            note(engine, number, given)
            spent[engine] += sum(row[-1] for mode in MODES for row in given[mode])
    say(f"{name}: seconds of rounds: " + ", ".join(f"{e} {time / 1e9:.0f}" for e, time in spent.items() if time))
    for session in sessions:
        run.add("reader", name, session.engine.name, *session.resident())
        session.close()


def attempt(session):
    """The first round of an engine; None, with the reason printed, when it cannot."""
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
