<?php

echo 'x';
