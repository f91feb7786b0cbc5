"""A drawn graph whose nodes and edges answer to clicks, beside a list that says the same.

pyvis describes the network, networkx places the nodes (physics in the browser takes minutes at a thousand
nodes), and a component of the page draws it with the vis-network that pyvis carries: no frame, no request
beyond this machine. Texts reach the browser as data; what is drawn on a canvas is never HTML.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import pyvis
import streamlit as st
from pyvis.network import Network

from views.parts.components import component

VIS = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
MOST_NODES = 150
_SCALE = 320
_SHAPES = {
    "文件": "box",
    "条文": "ellipse",
    "岗位": "hexagon",
    "职责": "dot",
    "情形": "diamond",
    "处理": "square",
}
_COLOURS = {
    "文件": "#1f4e79",
    "未收录文件": "#9aa5b1",
    "条文": "#2a7f9e",
    "岗位": "#7a4b9a",
    "职责": "#3d8b5f",
    "情形": "#b26a00",
    "处理": "#a63a3a",
    "后果": "#6b3030",
}


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node: ``kind`` decides colour and shape and stands in the legend; ``hidden`` counts more behind it."""

    id: str
    label: str
    kind: str
    title: str = ""
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A relationship between two nodes; ``label`` says what it means, ``title`` quotes its ground."""

    id: str
    source: str
    target: str
    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Clicked:
    """What the user chose in the drawing: the id of a node, or of an edge."""

    node: str | None
    edge: str | None


def draw(
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    *,
    focus: str,
    key: str,
    height: int = 560,
) -> Clicked | None:
    """Draw at most ``MOST_NODES`` nodes around ``focus``; return what was clicked in this run, if anything.

    Nodes that were drawn before under the same ``key`` keep their places when the graph grows.
    """
    shown = bounded(nodes, edges, focus)
    kept = {n.id for n in shown}
    lines = [e for e in edges if e.source in kept and e.target in kept]
    places = _places(shown, lines, focus, key)
    network = _network(shown, lines, places, focus)
    data = {
        "nodes": network.nodes,
        "edges": network.edges,
        "options": json.loads(network.options.to_json()),
        "legend": [{"kind": k, "colour": colour(k)} for k in dict.fromkeys(n.kind for n in shown)],
        "focus": focus,
        "height": height,
        "file": "引用关系图",
        "more": len(nodes) - len(shown),
    }
    drawing = component("graph_view", '<div class="fatu-graph"></div>', VIS)
    result = drawing(data=data, key=key, on_clicked_change=lambda: None)
    clicked = result.get("clicked")
    return Clicked(clicked.get("node"), clicked.get("edge")) if clicked else None


def bounded(
    nodes: Sequence[GraphNode], edges: Iterable[GraphEdge], focus: str, most: int = MOST_NODES
) -> list[GraphNode]:
    """Return the nodes nearest to the focus, at most ``most``, in the given order among equals."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(n.id for n in nodes)
    graph.add_edges_from(
        (e.source, e.target) for e in edges if e.source in graph and e.target in graph
    )
    distance = nx.single_source_shortest_path_length(graph, focus) if focus in graph else {}
    order = sorted(nodes, key=lambda n: distance.get(n.id, len(nodes)))
    return order[:most]


def colour(kind: str) -> str:
    """The colour of a kind of node, in the drawing and in its legend."""
    return _COLOURS.get(kind, "#5b6770")


def _places(
    nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], focus: str, key: str
) -> Mapping[str, tuple[float, float]]:
    """Place new nodes around those that stand already, so that an expansion does not move the picture."""
    memory: dict[str, tuple[float, float]] = st.session_state.setdefault(f"{key}-places", {})
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(n.id for n in nodes)
    graph.add_edges_from((e.source, e.target) for e in edges)
    old = {n: memory[n] for n in graph if n in memory}
    if len(old) < graph.number_of_nodes():
        # a crowd is not made clearer by more rounds, each of which takes a millisecond
        rounds = 80 if graph.number_of_nodes() <= 60 else 40
        start = {n: (x / _SCALE, y / _SCALE) for n, (x, y) in old.items()}
        placed = nx.spring_layout(
            graph, pos=start or None, fixed=list(start) or None, seed=7, k=1.2, iterations=rounds
        )
        memory.update({n: (float(x) * _SCALE, float(y) * _SCALE) for n, (x, y) in placed.items()})
    return memory


def _network(
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    places: Mapping[str, tuple[float, float]],
    focus: str,
) -> Network:
    network = Network(directed=True)
    network.toggle_physics(False)
    for node in nodes:
        x, y = places[node.id]
        more = f"\n还有 {node.hidden} 个" if node.hidden else ""
        network.add_node(
            node.id,
            label=node.label + more,
            x=x,
            y=y,
            shape=_SHAPES.get(node.kind, "ellipse"),
            color=colour(node.kind),
            borderWidth=4 if node.id == focus else 1,
            font={
                "color": "#ffffff"
                if _SHAPES.get(node.kind, "ellipse") in ("box", "ellipse")
                else "#1c2733"
            },
        )
    for edge in edges:
        network.add_edge(edge.source, edge.target, id=edge.id, label=edge.label, arrows="to")
    return network
