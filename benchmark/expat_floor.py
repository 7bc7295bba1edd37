# The cost of building a tree with expat, a parser in C.
import sys
import xml.etree.ElementTree

xml.etree.ElementTree.parse(sys.argv[1])
