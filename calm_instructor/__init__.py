"""CALM Instructor: who may use which escape technique, because of which risk, observed by whom, until when."""

__version__ = "0.1.0"
