"""What is missing or at odds in a plan. Nothing blocks, but for what looks like a CPR number."""

from .all import check as check
from .all import stopping as stopping
from .cpr import CprHit as CprHit
from .cpr import find_cpr as find_cpr
from .cpr import masked as masked
from .finding import Finding as Finding
from .finding import Severity as Severity
from .finding import blocking as blocking
from .finding import of_part as of_part
from .private import asking as asking
from .sentences import record_name as record_name
from .sentences import sentence as sentence
from .sentences import severity_name as severity_name
from .unread import unread as unread
