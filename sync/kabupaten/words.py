"""Words and figures as the pages show them."""

from __future__ import annotations

from django import template

register = template.Library()
