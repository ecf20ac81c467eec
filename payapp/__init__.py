"""payapp: is this teacher's pay appropriate for this special-needs role?"""

__version__ = "0.1.0"
