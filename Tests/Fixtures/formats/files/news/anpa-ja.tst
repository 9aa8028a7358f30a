W1quay
r a BC-Port     09-07 0020
^BC-Port,20<
^港のストライキが終わる<
^By Jane Doe=
^The Quay=
	   港の労働者は月曜日に仕事に戻った。
 
	   港は貨物の一割を失った。
 

	   AP-WF-09-07-26 0811GMT<

