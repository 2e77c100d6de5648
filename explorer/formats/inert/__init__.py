"""Pickles read as data: a small machine of our own that runs nothing and imports nothing.

Python's unpickler calls whatever a file names; a list of what it may call is a floor, not a wall,
because what may be called can be misused. Here nothing is called: every name a file mentions
stays a name, every call becomes a dead record of the name and its arguments, and the few that
describe tensors, arrays and plain containers are understood by name, as data.
"""
