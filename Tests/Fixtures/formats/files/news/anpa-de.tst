W1quay
r a BC-Port     09-07 0020
^BC-Port,20<
^Fähre nach Tromsø fährt wieder<
^By Jane Doe=
^The Quay=
	   Die Fähre fuhr am Montag zum ersten Mal seit März.
 
	   Größere Schäden gab es nicht, sagte die Reederei.
 

	   AP-WF-09-07-26 0811GMT<

