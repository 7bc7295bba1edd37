# What the tree of expat, a parser in C, costs by itself.
import sys
import xml.etree.ElementTree

xml.etree.ElementTree.parse(sys.argv[1])
