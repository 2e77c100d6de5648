<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message numerus="yes">
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>{device}, %n threads</source>
        <translation>
            <numerusform>{device}, %n thread</numerusform>
            <numerusform>{device}, %n threads</numerusform>
        </translation>
    </message>
</context>
</TS>
