"""The aisles of all halls as one graph, joined where a door, stairs or a lift lead on, and the easiest way over it."""

import bisect
import itertools
import math
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Final

import networkx as nx

from showcase.catalogue.aisles import Floor, Line, Point, Step

TURN: Final = 8.0
"""Metres that people walk further to spare themselves a turn."""
CLOSE: Final = 2.0
"""How many times a stretch closely along booths or a wall feels longer than one in the middle of an aisle."""
_TOUCH: Final = 1e-5

Node = int


@dataclass(slots=True)
class Stretch:
    """What is walked in one hall, and the nodes where it is entered and left: passages, or the start and the goal."""

    hall: uuid.UUID
    points: list[Point]
    entered_by: Node
    left_by: Node


@dataclass(eq=False, slots=True)
class _Lane:
    """A line of the graph with the nodes on it, in order."""

    line: Line
    stops: list[tuple[float, Node]] = field(default_factory=list)

    @property
    def slowness(self) -> float:
        """How many times its length a stretch of it feels like."""
        return CLOSE if self.line.close else 1.0


class Net:
    """Every line of every hall, their crossings and the passages.

    A crossing is two nodes, one for those who walk along each axis; between them lies the effort of a turn.
    """

    def __init__(self, floors: Mapping[uuid.UUID, Floor], clearance: float, *, along_booths: bool) -> None:
        """Build it.

        Args:
            floors: the halls.
            clearance: metres that a way keeps from everything.
            along_booths: walk closely along booths too, where the middles of aisles do not lead on.
        """
        self.clearance = clearance
        self._graph: nx.Graph[Node] = nx.Graph()
        self._spots: dict[Node, tuple[uuid.UUID, Point | None]] = {}
        self._numbers = itertools.count()
        self._lanes: dict[tuple[uuid.UUID, int], list[_Lane]] = {}
        for hall, floor in floors.items():
            lines = sorted(floor.lines(clearance, along_booths=along_booths), key=lambda it: (it.at, it.low))
            across, down = ([_Lane(line) for line in lines if line.axis == axis] for axis in (0, 1))
            self._lanes |= {(hall, 0): across, (hall, 1): down}
            for lane in across:
                for other in self._crossed(hall, lane.line):
                    own, theirs = self._crossing(hall, lane.line, other.line)
                    lane.stops.append(own)
                    other.stops.append(theirs)
            for lane in (*across, *down):
                self._link(lane)

    def add(self, hall: uuid.UUID, steps: Sequence[Step], undo: ExitStack) -> Node:
        """Return a new node from which each of the steps leads onto the floor; `undo` takes it away when closed."""
        root = self._node(hall, steps[0].points[0] if len(steps) == 1 else None, undo)
        for step in steps:
            feet = [self._node(hall, point, undo) for point in step.points]
            self._graph.add_edge(root, feet[0], weight=step.effort)
            for (one, start), (other, end) in itertools.pairwise(zip(feet, step.points, strict=True)):
                self._graph.add_edge(one, other, weight=math.dist(start, end))
            for line in step.lines:
                lane = _Lane(line)
                for other_lane in self._crossed(hall, line):
                    own, theirs = self._crossing(hall, line, other_lane.line, undo)
                    lane.stops.append(own)
                    self._insert(other_lane, theirs, undo)
                on_line = self._node(hall, step.points[-1], undo)
                self._graph.add_edge(feet[-1], on_line, weight=TURN / 2)
                lane.stops.append((step.points[-1][line.axis], on_line))
                self._link(lane)
                lanes = self._lanes.setdefault((hall, line.axis), [])
                bisect.insort(lanes, lane, key=_at)
                undo.callback(lanes.remove, lane)
        return root

    def join(self, one: Node, other: Node, effort: float, *, steps: bool) -> None:
        """Let one pass between two nodes of different halls, by steps or level."""
        self._graph.add_edge(one, other, weight=effort, steps=steps)

    def path(self, start: Node, goal: Node, *, step_free: bool = False) -> list[Stretch] | None:
        """Return what is walked, hall by hall; None where no way leads."""
        weight: Any = _without_steps if step_free else "weight"
        try:
            _effort, nodes = nx.bidirectional_dijkstra(self._graph, start, goal, weight=weight)
        except nx.NetworkXNoPath:
            return None
        found: list[Stretch] = []
        for node in nodes:
            hall, point = self._spots[node]
            if not found or found[-1].hall != hall:
                found.append(Stretch(hall, [], node, node))
            if point is not None:
                found[-1].points.append(point)
            found[-1].left_by = node
        return found

    def _node(self, hall: uuid.UUID, point: Point | None, undo: ExitStack | None) -> Node:
        node = next(self._numbers)
        self._graph.add_node(node)
        self._spots[node] = hall, point
        if undo is not None:
            undo.callback(self._graph.remove_node, node)
            undo.callback(self._spots.pop, node)
        return node

    def _crossed(self, hall: uuid.UUID, line: Line) -> Iterator[_Lane]:
        """Yield the lanes that a line crosses."""
        lanes = self._lanes.get((hall, 1 - line.axis), [])
        for at in range(bisect.bisect_left(lanes, line.low - _TOUCH, key=_at), len(lanes)):
            lane = lanes[at]
            if lane.line.at > line.high + _TOUCH:
                return
            if lane.line.low - _TOUCH <= line.at <= lane.line.high + _TOUCH:
                yield lane

    def _crossing(
        self, hall: uuid.UUID, line: Line, other: Line, undo: ExitStack | None = None
    ) -> tuple[tuple[float, Node], tuple[float, Node]]:
        """Return the stops of two lines where they cross, with a turn between them."""
        point = line.point(other.at)
        own, theirs = self._node(hall, point, undo), self._node(hall, point, undo)
        self._graph.add_edge(own, theirs, weight=TURN)
        return (other.at, own), (line.at, theirs)

    def _link(self, lane: _Lane) -> None:
        lane.stops.sort()
        for (low, one), (high, other) in itertools.pairwise(lane.stops):
            self._graph.add_edge(one, other, weight=(high - low) * lane.slowness)

    def _insert(self, lane: _Lane, stop: tuple[float, Node], undo: ExitStack) -> None:
        at = bisect.bisect_left(lane.stops, stop)
        for place, node in lane.stops[max(at - 1, 0) : at + 1]:
            self._graph.add_edge(node, stop[1], weight=abs(place - stop[0]) * lane.slowness)
        lane.stops.insert(at, stop)
        undo.callback(lane.stops.remove, stop)


def _at(lane: _Lane) -> float:
    return lane.line.at


def _without_steps(_one: Node, _other: Node, edge: Mapping[str, Any]) -> float | None:
    return None if edge.get("steps") else edge["weight"]
