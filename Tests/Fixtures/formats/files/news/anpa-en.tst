W1quay
r a BC-Port     09-07 0020
^BC-Port,20<
^Harbour strike ends after nine days<
^By Jane Doe=
^The Quay=
	   Dockers in Antwerp went back to work on Monday.
 
	   The port lost a tenth of its traffic, its director said.
 

	   AP-WF-09-07-26 0811GMT<

